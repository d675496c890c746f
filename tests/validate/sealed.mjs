// Opens with age in JavaScript what is sealed here for hybrid keys, which the age command of many systems does not know yet, and the
// file of a team's key:
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

// A team's key: its file opens with its passphrase, and what is in it opens what is sealed for it.
const opened = new Decrypter();
opened.addPassphrase('kettle orbit lantern plum');
// As age reads one: comments and blank lines count for nothing.
const identity = (await opened.decrypt(armor.decode(read('team-key.age')), 'text')).split('\n').find((line) => line && !line.startsWith('#'));
const team = new Decrypter();
team.addIdentity(identity);
const referral = await team.decrypt(armor.decode(read('for-team.age')), 'text');
if (referral !== '%PDF-2.0') throw new Error(`age reads in for-team.age: ${referral}`);
console.log("Age in JavaScript opens a team's key, and what is sealed for it");
console.log('Age in JavaScript opens what is sealed here for a hybrid key');
