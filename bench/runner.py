"""A small process that starts the commands to be measured: a child's peak of memory counts its parent's, so be small.

Reads one JSON line {"command", "environ"} at a time and answers {"ms", "mib", "status", "said"}.
"""

import json
import os
import subprocess
import sys
import time


def serve() -> None:
    for line in sys.stdin:
        asked = json.loads(line)
        start = time.perf_counter()
        process = subprocess.Popen(
            asked["command"],
            env=asked["environ"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        assert process.stderr is not None
        said = process.stderr.read().decode(errors="replace")
        _, status, usage = os.wait4(process.pid, 0)
        took = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        answer = {"ms": took * 1000, "mib": usage.ru_maxrss / 1024, "status": process.returncode, "said": said}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    serve()
