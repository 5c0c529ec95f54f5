"""The platform tag of a wheel with the library inside: the oldest C library that its files can be loaded with (PEP 600).

It is what the files say: the versions of the symbols that they take from the C library, as objdump lists them. Files that need
any other library of the system get the plain tag, which promises nothing."""

import re
import shutil
import subprocess
from pathlib import Path

#: What every glibc has. The files themselves may need each other.
OF_THE_SYSTEM = re.compile(r"^(libc\.so\.6|libm\.so\.6|libpthread\.so\.0|libdl\.so\.2|librt\.so\.1|ld-linux\S*\.so\.\d)$")


def listed(option, path):
    return subprocess.run(["objdump", option, str(path)], capture_output=True, text=True, check=True).stdout


def glibc_version(files):
    """The newest version of glibc that one of these takes a symbol of, such as (2, 33); None if they need more than glibc."""
    found = (2, 0)
    own = {path.name for path in files}
    for path in files:
        needed = re.findall(r"^\s*NEEDED\s+(\S+)", listed("-p", path), re.M)
        if any(name not in own and not OF_THE_SYSTEM.match(name) for name in needed):
            return None
        symbols = listed("-T", path)
        if "GLIBC_PRIVATE" in symbols:
            return None
        versions = re.findall(r"\*UND\*.*\bGLIBC_(\d+(?:\.\d+)+)", symbols)
        found = max([found, *(tuple(map(int, version.split(".")))[:2] for version in versions)])
    return found


def platform_tag(plain, folder):
    """`plain` is the tag of this machine, such as "linux_x86_64"; the folder holds the library and the command."""
    if not plain.startswith("linux_") or shutil.which("objdump") is None:
        return plain
    version = glibc_version([path for path in sorted(Path(folder).iterdir()) if path.is_file()])
    return plain if version is None else f"manylinux_{version[0]}_{version[1]}_{plain[len('linux_'):]}"
