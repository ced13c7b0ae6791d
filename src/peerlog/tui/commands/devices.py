"""One's own devices: bringing one in, comparing words, and taking a lost one out of use."""

from __future__ import annotations

from .command import Command
from .group import Group


class ShowDevices(Command):
    """See the machines on which you have this journal; bring another one in, or take a lost one out of use."""

    label = "your devices"
    key = ""
    group = Group.DEVICES


class AddDevice(Command):
    """Bring in another machine of yours: you take a file there, and all of your journal follows."""

    label = "add one"
    key = "a"
    group = Group.DEVICES
    footer = True


class TakeDeviceFile(Command):
    """Take in the file that came from your other machine: its answer, or the last of the three files."""

    label = "a file came"
    key = "f"
    group = Group.DEVICES
    footer = True


class CompareDeviceWords(Command):
    """Compare the four words that both of your machines show; before that nothing leaves."""

    label = "compare words"
    key = "v"
    group = Group.DEVICES
    footer = True


class NameDevice(Command):
    """Call this device otherwise among yours."""

    label = "name this one"
    key = "e"
    group = Group.DEVICES


class RetireDevice(Command):
    """Take a lost device out of use: what it has sent counts, what it sends later does not, and it reads no more."""

    label = "take out of use"
    key = "d"
    group = Group.DEVICES
    footer = True


class SameDeviceWords(Command):
    """Both of your machines show these words: nobody stands between them."""

    label = "the same"
    key = "s"
    group = Group.DEVICES
    footer = True


class OtherDeviceWords(Command):
    """The other one shows other words. Nothing of your journal has left."""

    label = "different"
    key = "d"
    group = Group.DEVICES
    footer = True


class DeviceWordsLater(Command):
    """Compare the words another time. Nothing leaves before."""

    label = "later"
    key = "escape"
    group = Group.DEVICES
    footer = True


class JoinOtherMachine(Command):
    """Begin with the journal that you have on another machine already, instead of a new one."""

    label = "I have one"
    key = "f4"
    group = Group.OPENING
    footer = True
