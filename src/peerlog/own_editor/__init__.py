"""A text in an editor of the person's own: the one place where it stands in a file unencrypted.

`editor` says which one it is, `private_file` makes the file in a folder of its own, `editing` has the editor work on
it, and `rescue` looks after what was left behind when peerlog was killed meanwhile.
"""
