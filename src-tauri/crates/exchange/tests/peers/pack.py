"""Opens a pack with the program `age`, and makes another with it. It asks for passphrases at a terminal only, so it is given
one. Prints what was in the pack, line ends as `|`; `no age` if the program is not there."""

import os
import pty
import shutil
import sys

PASSPHRASE = b"correct horse battery\n"


def run(arguments, answers):
    child, terminal = pty.fork()
    if child == 0:
        os.execvp(arguments[0], arguments)
    said = b""
    while True:
        try:
            part = os.read(terminal, 4096)
        except OSError:
            break
        if not part:
            break
        said += part
        if answers and b"assphrase" in said:
            os.write(terminal, answers.pop(0))
            said = b""
    os.waitpid(child, 0)


if shutil.which("age") is None:
    print("no age", end="")
    sys.exit()
ours, theirs = sys.argv[1:]
run(["age", "-d", "-o", ours + ".plain", ours], [PASSPHRASE])
with open(theirs + ".plain", "w", encoding="utf-8") as file:
    file.write("來自另一程式")
run(["age", "-p", "-o", theirs, theirs + ".plain"], [PASSPHRASE, PASSPHRASE])
with open(ours + ".plain", encoding="utf-8", newline="") as file:
    print(file.read().replace("\r\n", "|"), end="")
