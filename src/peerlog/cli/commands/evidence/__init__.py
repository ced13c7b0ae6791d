"""`peerlog evidence`: files kept with entries."""

from ...examples import examples
from ...lazy_group import LazyGroup

command = LazyGroup(
    name="evidence",
    package=__name__,
    default="list",
    names={
        "list": "List the files that are kept, or those of an entry.",
        "add": "Keep copies of files with an entry.",
        "save": "Write a copy of a kept file, unencrypted.",
        "until": "Note how long a file is to be kept.",
        "remove": "Take a file away from its entry, or erase it.",
        "bring-back": "Bring back a file that was removed.",
    },
    help="""Files kept with entries, encrypted like everything else: certificates, scans, programmes.

    PDF, PNG, JPEG, WebP, HEIC, TIFF, plain text, OpenDocument text and Word (.docx), up to 20 MB each. They never leave
    with an update; backups hold them.
    """,
    epilog=examples(
        "peerlog evidence", "peerlog evidence add 3f9a2c1 certificate.pdf", "peerlog evidence save 81ac07e"
    ),
)
