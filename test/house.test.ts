import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The rooms in walking order, which is also the order of their names. */
const ROOMS = ['articles', 'dates', 'quotations', 'speakers', 'statements', 'store', 'tone', 'topics', 'trends', 'validation', 'writing'];
const PURE_ROOMS = ROOMS.filter((room) => room !== 'store' && room !== 'writing');
/** Folders of src/, each with the folders that its files may import beside their own. Arrows run one way, so no two folders need each other. */
const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  cli: ['night', 'job', 'collect', 'stages', 'files', 'core'],
  night: ['job', 'stages', 'files', 'core'],
  job: ['stages', 'files', 'core'],
  collect: ['stages', 'files', 'core'],
  stages: ['core'],
  files: ['core'],
  core: [],
};
const IMPURE: readonly (readonly [RegExp, string])[] = [
  [/['"]node:(fs|child_process|net|http|https|os|worker_threads|process|dns|tls|cluster)/, 'a door to the outside'],
  [/\bprocess\./, 'the environment'],
  [/\bDate\.now\(|\bnew Date\(\s*\)|\bperformance\.now\(/, 'the clock'],
  [/\bMath\.random\(|\brandomUUID\(|\brandomBytes\(/, 'randomness'],
  [/\.localeCompare\(|\.toLocale\w+\(|\bIntl\./, 'the locale'],
];

/** Countries, capitals, offices, parties and persons of the pairs that jobs compare. "US" is none of them: code must tell it from "us". */
const PAIR_WORDS =
  /\b(?:russia\w*|americans?|america|chin(?:a|ese)|iran(?:ian)?|soviet|moscow|washington|beijing|tehran|kremlin|white house|pentagon|duma|putin|biden|trump|obama|republicans?|democrat(?:s|ic)?|gop)\b/i;
/** Where such words may stand, and why. */
const NAMES_A_PAIR: Readonly<Record<string, string>> = {
  'job/job-schema.ts': 'sides of a job file that names none',
  'cli/init.ts': 'the job file that init writes as an example',
  'stages/articles/records/gdelt.ts': 'names of languages in a format',
  'stages/articles/exports/factiva.ts': 'names of languages in a format',
  'stages/validation/methods.ts': 'titles of journals',
  'stages/speakers/role-phrase.ts': 'to be moved to a table: other words for a country or party in a role',
  'stages/speakers/side-and-role.ts': 'to be moved to a table: "duma" among the words for a body',
  'stages/dates/calendar.ts': 'to be moved to a table: the country before an office',
};

type Tree = ReadonlyMap<string, string>;

const tree: Tree = new Map(
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => [name.replaceAll('\\', '/'), readFileSync(join('src', name), 'utf8')]),
);

function importsOf(source: string): readonly string[] {
  return [
    ...source.matchAll(/(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s*'([^']+)'|import\(\s*'([^']+)'\s*\)|(?:^|\n)import\s+'([^']+)'/g),
  ].map((m) => m[1] ?? m[2] ?? m[3] ?? '');
}

/** 'cli' of 'cli/run.ts'; null for a file at the top. */
function folderOf(file: string): string | null {
  return file.includes('/') ? (file.split('/')[0] ?? null) : null;
}

/** 'tone' of 'stages/tone/score.ts'; null for a file outside the rooms. */
function roomOf(file: string): string | null {
  const [folder, room, name] = file.split('/');
  return folder === 'stages' && name !== undefined ? (room ?? null) : null;
}

function targetsOf(file: string, source: string): readonly string[] {
  return importsOf(source)
    .filter((name) => name.startsWith('.'))
    .map((name) => posix.normalize(posix.join(posix.dirname(file), name)));
}

function packageOf(name: string): string | null {
  if (name.startsWith('.') || name.startsWith('node:')) return null;
  return name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : (name.split('/')[0] ?? null);
}

const NETWORK = /['"]node:(?:http|https|http2|net|tls|dns|dgram|inspector)(?:\/[a-z]+)?['"]|(?<![.\w])fetch\(|\bnew WebSocket\(/;

/** All files that are loaded at once with some of them; what is imported when it is called does not count. */
function loadedWith(starts: readonly string[], files: Tree): ReadonlySet<string> {
  const loaded = new Set<string>();
  const waiting = [...starts];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (loaded.has(file) || !files.has(file)) continue;
    loaded.add(file);
    const source = files.get(file) ?? '';
    waiting.push(...targetsOf(file, source.replace(/\bimport\('[^']+'\)/g, '').replace(/^import type [^;]*;$/gm, '')));
  }
  return loaded;
}

/** Every way by which a file comes back to itself, told once. */
function circlesOf(files: Tree): readonly string[] {
  const state = new Map<string, 'open' | 'done'>();
  const circles: string[] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      circles.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
      return;
    }
    state.set(file, 'open');
    for (const target of targetsOf(file, files.get(file) ?? '')) if (files.has(target)) visit(target, [...trail, file]);
    state.set(file, 'done');
  };
  for (const file of files.keys()) visit(file, []);
  return circles;
}

/** Each rule of the house: name → what breaks it in a tree of sources. */
const rules: Readonly<Record<string, (files: Tree) => readonly string[]>> = {
  'the vocabulary of the domain imports nothing but itself': (files) =>
    [...files]
      .filter(([file]) => file.startsWith('core/model/'))
      .flatMap(([file, source]) =>
        importsOf(source)
          .filter((name) => !/^\.\/[a-z]+\.ts$/.test(name))
          .map((name) => `${file} imports ${name}`),
      ),

  'src holds main.ts and the seven folders, and nothing else': (files) =>
    [...files.keys()]
      .filter((file) => file !== 'main.ts' && FOLDERS[folderOf(file) ?? ''] === undefined)
      .map((file) => `${file} stands in no known folder`),

  'arrows between folders run one way': (files) =>
    [...files].flatMap(([file, source]) => {
      const folder = folderOf(file);
      if (folder === null) return [];
      return targetsOf(file, source)
        .filter((target) => folderOf(target) !== folder && !(FOLDERS[folder] ?? []).includes(folderOf(target) ?? ''))
        .map((target) => `${file} imports ${target}`);
    }),

  'a room imports core and its own files, never another room': (files) =>
    [...files].flatMap(([file, source]) => {
      const room = roomOf(file);
      if (room === null) return [];
      return targetsOf(file, source)
        .filter((target) => folderOf(target) !== 'core' && roomOf(target) !== room)
        .map((target) => `${file} imports ${target}`);
    }),

  'the rooms that must be pure know no file, clock, environment, chance or locale': (files) =>
    [...files].flatMap(([file, source]) => {
      if (!PURE_ROOMS.includes(roomOf(file) ?? '') && file !== 'stages/pipeline.ts') return [];
      const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      return IMPURE.filter(([pattern]) => pattern.test(code)).map(([, what]) => `${file} knows ${what}`);
    }),

  'every npm package has one door': (files) => {
    const doors = new Map<string, Set<string>>();
    for (const [file, source] of files) {
      for (const name of importsOf(source)) {
        const found = packageOf(name);
        if (found !== null) doors.set(found, (doors.get(found) ?? new Set()).add(file));
      }
    }
    return [...doors].filter(([, at]) => at.size > 1).map(([name, at]) => `${name} has ${at.size} doors: ${[...at].sort().join(', ')}`);
  },

  'only files/disk/ knows the file system': (files) =>
    [...files]
      .filter(([file, source]) => !file.startsWith('files/disk/') && /['"]node:fs/.test(source))
      .map(([file]) => `${file} knows node:fs`),

  'only collect/ knows the network': (files) =>
    [...files]
      .filter(([file, source]) => folderOf(file) !== 'collect' && NETWORK.test(source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')))
      .map(([file]) => `${file} knows the network`),

  'only its own command leads to collect/, and no other command loads that': (files) => {
    const door = 'cli/collect.ts';
    const leads = [...files].flatMap(([file, source]) =>
      folderOf(file) !== 'collect' && file !== door && targetsOf(file, source).some((target) => folderOf(target) === 'collect')
        ? [`${file} imports collect/`]
        : [],
    );
    const loaded = loadedWith(['main.ts', 'cli/program.ts', 'cli/run.ts', 'night/worker.ts'], files);
    return [...leads, ...[...loaded].filter((file) => file === door || folderOf(file) === 'collect').map((file) => `a run loads ${file}`)];
  },

  'no import leads back to where it came from, not even one of types alone': (files) => circlesOf(files),

  'the rooms stand under stages, and their names sort in walking order': (files) => {
    const found = [...new Set([...files.keys()].map(roomOf).filter((room) => room !== null))].sort();
    return found.join() === ROOMS.join() ? [] : [`found ${found.join(', ')}, expected ${ROOMS.join(', ')}`];
  },

  'what one pair of countries is called stands in lexicons, not in code': (files) =>
    [...files]
      .filter(([file, source]) => !(file in NAMES_A_PAIR) && PAIR_WORDS.test(source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')))
      .map(([file]) => `${file} names a side of a pair`),

  'nothing ends the process by force, which would cut off piped output': (files) =>
    [...files]
      .filter(([, source]) => /process\.exit\(/.test(source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')))
      .map(([file]) => `${file} calls process.exit()`),
};

/** A fault against each rule, planted into a copy of the house. */
const planted: Readonly<Record<keyof typeof rules, readonly [file: string, source: string]>> = {
  'the vocabulary of the domain imports nothing but itself': ['core/model/tone.ts', "import { z } from 'zod';"],
  'src holds main.ts and the seven folders, and nothing else': ['helpers/planted.ts', 'export const one = 1;'],
  'arrows between folders run one way': ['night/planted.ts', "import { runCommand } from '../cli/run.ts';"],
  'a room imports core and its own files, never another room': ['stages/tone/planted.ts', "import { find } from '../quotations/find.ts';"],
  'the rooms that must be pure know no file, clock, environment, chance or locale': [
    'stages/dates/planted.ts',
    'export const today = new Date();',
  ],
  'every npm package has one door': ['cli/planted.ts', "import winkNLP from 'wink-nlp';"],
  'only files/disk/ knows the file system': ['night/planted.ts', "import { readFileSync } from 'node:fs';"],
  'only collect/ knows the network': ['stages/store/planted.ts', "import { get } from 'node:https';"],
  'only its own command leads to collect/, and no other command loads that': [
    'cli/run.ts',
    "import { collectCommand } from './collect.ts';",
  ],
  'no import leads back to where it came from, not even one of types alone': [
    'core/model/reading.ts',
    "import type { Form } from '../patterns/symbols.ts';",
  ],
  'the rooms stand under stages, and their names sort in walking order': ['stages/helpers/planted.ts', 'export const one = 1;'],
  'what one pair of countries is called stands in lexicons, not in code': [
    'stages/tone/planted.ts',
    "export const SIDES = ['US', 'Russia'];",
  ],
  'nothing ends the process by force, which would cut off piped output': ['cli/planted.ts', 'process.exit(0);'],
};

describe('the house', () => {
  for (const [rule, violations] of Object.entries(rules)) {
    it(`${rule}`, () => {
      expect(violations(tree)).toEqual([]);
    });
    it(`a planted fault is seen: ${rule}`, () => {
      const fault = planted[rule];
      expect(fault && violations(new Map([...tree, fault]))).not.toEqual([]);
    });
  }
});
