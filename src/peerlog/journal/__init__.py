"""The use cases: all that the command line and the terminal app call.

home = find_home(None, os.environ)
with unlock(home, passphrase) as journal:
    journal.entries.add("note", {"text": "Ask before advising."})
    journal.entries.page(Selection(), "advising")
"""
