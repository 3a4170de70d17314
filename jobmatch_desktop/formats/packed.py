"""What goes wrong while a packed file is opened that is damaged, or protected by a password."""

import zipfile
import zlib

UNPACKING_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError)
