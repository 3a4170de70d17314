"""What goes wrong while a packed file is opened that is damaged, or protected by a password."""

import zipfile
import zlib

# ValueError: zipfile seeks to where a damaged table says, which may be before the file begins.
UNPACKING_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)
