"""The start of a program that writes down each attempt to reach the network, even one swallowed by an except."""

from __future__ import annotations

# Run before the program, in its process: writes the name of each forbidden event to the file named first. A socket of
# the machine itself (AF_UNIX) may be made: asyncio wakes itself through a pair of them. It may not be connected.
WATCH = """
import os, runpy, socket, sys

log = os.open(sys.argv.pop(1), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
NETWORK = {
    "socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo",
    "socket.getnameinfo", "socket.gethostbyname", "socket.gethostbyaddr",
}
LOCAL = getattr(socket, "AF_UNIX", None)
def watch(event, args):
    if event in NETWORK or (event == "socket.__new__" and args[1] != LOCAL):
        os.write(log, event.encode() + b"\\n")
sys.addaudithook(watch)
"""
