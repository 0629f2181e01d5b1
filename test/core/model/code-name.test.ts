import { describe, expect, it } from 'vitest';
import { codeName } from '#core/model/code-name.ts';

describe('the code name of a case', () => {
  it('is two words, always the same for the same case', () => {
    const id = '4c7d9a52-1b7e-4a53-9a0e-3f6f0c2b7d11';
    expect(codeName(id)).toMatch(/^[A-Z][a-z]+ [a-z]+$/);
    expect(codeName(id)).toBe(codeName(id));
  });

  it('tells cases apart: names are spread over all that there are', () => {
    const names = Array.from({ length: 2000 }, () => codeName(crypto.randomUUID()));
    expect(new Set(names).size).toBeGreaterThan(1700);
    expect(new Set(names.map((name) => name.split(' ')[0])).size).toBeGreaterThan(100);
    expect(new Set(names.map((name) => name.split(' ')[1])).size).toBeGreaterThan(100);
  });

  it('tells nothing of when a case was made', () => {
    const at = (time: string) => codeName(`${time}-7000-8000-3f6f0c2b7d11`);
    expect(at('01890a5d-ac96')).toBe(at('0198ffff-0000'));
  });
});
