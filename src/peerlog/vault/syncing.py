"""Making what was written durable: the content of a file, and the names in a folder.

A failed sync is never tried again: after it the system counts the lost pages as written, so that a second one would
report success.
"""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

_NO_SUCH_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOTTY}


def sync_file(descriptor: int) -> None:
    """Make the content of an open file durable."""
    _sync(descriptor)


def sync_dir(path: Path) -> None:
    """Make the names in a folder durable. File systems that cannot sync a folder are left at their best."""
    if sys.platform != "win32":
        descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
        try:
            _sync(descriptor)
        except OSError as error:
            if error.errno not in _NO_SUCH_SYNC:
                raise
        finally:
            os.close(descriptor)


def _sync(descriptor: int) -> None:
    if sys.platform == "darwin":
        # fsync leaves the data in the drive's own memory there.
        import fcntl

        try:
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        except OSError as error:
            if error.errno not in _NO_SUCH_SYNC:
                raise
        else:
            return
    os.fsync(descriptor)
