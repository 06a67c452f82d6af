import { hash } from 'argon2';
import { describe, expect, it } from 'vitest';
import { hashPassword, isOutdated, passwordFault, verifyPassword } from './passwords.ts';

const policy = { password: { shortest: 12, longest: 128 } };
const person = { name: 'Hannah Okafor-Bell', email: 'h.okafor@luton.example' };
const fault = (text: string) => passwordFault(text, { policy, person });

describe('a stored password', () => {
  it('is argon2id with a salt of its own, and is known again', async () => {
    const [one, two] = await Promise.all([hashPassword('seven grey geese'), hashPassword('seven grey geese')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,p=1,t=2\$/);
    expect(one).not.toBe(two);
    expect(await verifyPassword(one, 'seven grey geese')).toBe(true);
    expect(await verifyPassword(one, 'seven grey goose')).toBe(false);
  });

  it('is the same in each Unicode spelling', async () => {
    const stored = await hashPassword('caf\u00e9 au lait 7');
    expect(await verifyPassword(stored, 'cafe\u0301 au lait 7')).toBe(true);
  });

  it('opens nothing to nobody', async () => {
    expect(await verifyPassword(null, 'nobody has this password')).toBe(false);
  });

  it('is made anew when it was made at another cost', async () => {
    expect(isOutdated(await hashPassword('seven grey geese'))).toBe(false);
    expect(isOutdated(await hash('seven grey geese', { memoryCost: 8192, timeCost: 2, parallelism: 1 }))).toBe(true);
  });
});

describe('a chosen password', () => {
  it('is refused when it is an address made of letters and digits', () => {
    const owner = { name: 'Ann', email: 'b7-f3e9-a2c4@luton.example' };
    expect(passwordFault('B7-f3e9-a2c4', { policy, person: owner })).toContain('made of your name');
    expect(passwordFault('b7-f3e9-a2c5', { policy, person: owner })).toBeNull();
  });

  it.each([
    'seven grey geese',
    'correcthorsebatterystaple',
    '        a b c d      ',
    'Übergrößenträger',
    '🦢🦢🐎🔋 heron, otter',
  ])('takes %j', (text) => {
    expect(fault(text)).toBeNull();
  });

  it('counts characters, not bytes or halves of them', () => {
    expect(fault('🦢🐎🔋🦦🐸🦉')).toBe('Password must be 12 characters or more');
    expect(fault(`${'🦢🐎🔋🦦'.repeat(31)} 🐸🦉`)).toBeNull();
    expect(fault(`heron ${'otter '.repeat(30)}`)).toBe('Password must be 128 characters or fewer');
  });

  it.each([
    '123qweasdzxc',
    '123QWEasdZXC',
    'password2026!',
    '!!!Sunshine!!!',
    'p4ssw0rd2026',
    'passwordpassword',
    'abcabcabcabc',
    'aaaaaaaaaaaa',
    'abcdefghijklm',
    '123456789012',
    '987654321098',
  ])('refuses the common %j', (text) => {
    expect(fault(text)).toContain('many people use this one');
  });

  it.each([
    'alongside2026',
    'Alongside Luton 1',
    'HannahOkafor1',
    'okafor-bell-77',
    'h.okafor@luton.example',
    'alongsidepassword',
  ])('refuses %j, which others know of the person', (text) => {
    expect(fault(text)).toContain('made of your name');
  });
});
