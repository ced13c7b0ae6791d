"""From a passphrase to the vault key, and from the vault key to the key of each space.

The modules:
    passphrases     generated passphrases, strength of one's own, what is refused
    sources         where scripts put the passphrase
    argon           passphrase and cost -> 32 bytes (Argon2id)
    slots           one way each into the same vault key: passphrase, recovery words, system keyring
    recovery        the 24 recovery words and the kit to keep them on
    keyring_slot    the secret that opens the keyring slot, kept by the operating system
    spacekeys       vault key -> the key of one space in one generation
    device_keys     the signing key of one device in one space, and the ids of devices and members
    key_ids         those ids, without a cipher
    ed25519_points  which public keys are refused
    sshsig          signatures that ssh-keygen checks
    canonical       the one JSON text of a value, for authentication and checksums
"""
