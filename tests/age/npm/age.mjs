// One step of the age-encryption package: node age.mjs STEP [KEY]...
// What is encrypted or decrypted comes on standard input; the result goes to standard output.
import { buffer } from "node:stream/consumers"
import { Decrypter, Encrypter, armor, generateHybridIdentity, identityToRecipient } from "age-encryption"

const steps = {
  async generate() {
    return await generateHybridIdentity()
  },
  async recipient(identity) {
    return await identityToRecipient(identity)
  },
  async encrypt(...recipients) {
    const encrypter = new Encrypter()
    for (const recipient of recipients) encrypter.addRecipient(recipient)
    return await encrypter.encrypt(new Uint8Array(await buffer(process.stdin)))
  },
  async armor(...recipients) {
    return armor.encode(await steps.encrypt(...recipients))
  },
  async decrypt(identity) {
    const file = new Uint8Array(await buffer(process.stdin))
    const text = new TextDecoder("latin1").decode(file)
    const decrypter = new Decrypter()
    decrypter.addIdentity(identity)
    return await decrypter.decrypt(text.startsWith("-----") ? armor.decode(text) : file)
  },
}

const [step, ...keys] = process.argv.slice(2)
process.stdout.write(await steps[step](...keys))
