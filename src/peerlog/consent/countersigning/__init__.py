"""One item, signed by somebody outside without a journal of theirs: the file that asks, and the file that comes back.

request             asks: a line of JSON, then exactly the text
countersignature    comes back: what was signed in a line of JSON, and the signature in a second
key_words           the eight words by which two people compare a key aloud
item_copy           a folder that shows to anybody what was signed, and how to check it
"""
