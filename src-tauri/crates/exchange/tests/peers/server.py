"""A Radicale server on loopback, for as long as a `with` lasts."""

import base64
import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

HOME = "/planner/"


class Server:
    def __init__(self, port):
        self.port = port

    def ask(self, method, path, data=None):
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", data=data, method=method)
        request.add_header("Content-Type", "text/calendar; charset=utf-8")
        # Without a name there is no home to put a calendar into; any password will do.
        request.add_header("Authorization", "Basic " + base64.b64encode(b"planner:none").decode())
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.read()


@contextlib.contextmanager
def radicale():
    with tempfile.TemporaryDirectory() as folder:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        config = os.path.join(folder, "config")
        with open(config, "w") as file:
            file.write(
                f"[server]\nhosts = 127.0.0.1:{port}\n[auth]\ntype = none\n"
                f"[storage]\nfilesystem_folder = {folder}/collections\n[logging]\nlevel = error\n"
            )
        process = subprocess.Popen([sys.executable, "-m", "radicale", "--config", config])
        try:
            server = Server(port)
            for _ in range(100):
                try:
                    server.ask("GET", "/.web/")
                    break
                except urllib.error.HTTPError:
                    break
                except OSError:
                    time.sleep(0.1)
            yield server
        finally:
            process.terminate()
            process.wait(timeout=20)
