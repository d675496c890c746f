// Opens with age in JavaScript what is sealed here for hybrid keys, which the age command of many systems does not know yet:
// `sealed.mjs FOLDER TOOLS`.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, tools] = process.argv.slice(2);
const module = path.join(tools, 'node_modules/age-encryption/dist/index.js');
const { Decrypter, armor, identityToRecipient } = await import(pathToFileURL(module));

const read = (name) => readFileSync(path.join(folder, name), 'utf8').trim();
const key = read('hybrid-key.txt');
const recipient = await identityToRecipient(key);
if (recipient !== read('hybrid-public.txt')) throw new Error('age knows another public key of hybrid-key.txt');
const decrypter = new Decrypter();
decrypter.addIdentity(key);
const content = await decrypter.decrypt(armor.decode(read('hybrid.age')), 'text');
if (content !== '{"format":"draft/1"}') throw new Error(`age reads in hybrid.age: ${content}`);
console.log('Age in JavaScript opens what is sealed here for a hybrid key');
