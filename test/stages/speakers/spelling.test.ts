import { describe, expect, it } from 'vitest';
import { idFromName, nameKey } from '../../../src/stages/speakers/spelling.ts';

describe('nameKey', () => {
  const same: readonly (readonly [string, string])[] = [
    ['Radosław Wałek', 'Radoslaw Walek'],
    ['Maroš Čapek', 'Maros Capek'],
    ['İlham Əlioğlu', 'Ilham Elioglu'],
    ['Sergei Larionov', 'Sergey Larionov'],
    ['Dmitri Orlovsky', 'Dmitry Orlovskiy'],
    ['Dmitriy Orlovskii', 'Dmitry Orlovsky'],
    ['Aleksandr Belov', 'Alexander Belov'],
    ['Aleksey Smirnoff', 'Alexei Smirnov'],
    ['Yelena Petrova', 'Elena Petrova'],
    ['Yevgeny Morozov', 'Evgeny Morozov'],
    ['Natalya Kim', 'Natalia Kim'],
    ['Nikolay Ivanov', 'Nikolai Ivanov'],
    ['José Álvarez', 'Jose Alvarez'],
    ['Patrick O’Brien', "Patrick O'Brien"],
  ];
  it.each(same)('takes %s and %s for one name', (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b));
  });

  const different: readonly (readonly [string, string])[] = [
    ['Sergei Larionov', 'Sergei Larin'],
    ['Anna Belova', 'Anna Belov'],
    ['Ivan Petrov', 'Ian Petrov'],
  ];
  it.each(different)('keeps %s and %s apart', (a, b) => {
    expect(nameKey(a)).not.toBe(nameKey(b));
  });
});

describe('idFromName', () => {
  it.each([
    ['Sergei Larionov', 'sergei-larionov'],
    ['Jean-Claude Béraud', 'jean-claude-beraud'],
    ['J.D. Marlow Jr.', 'jd-marlow-jr'],
    ['10 envoys', 'n-10-envoys'],
    ['…', ''],
  ])('makes an id from %s', (name, id) => {
    expect(idFromName(name)).toBe(id);
  });
});
