// Lint rules of this house. Each message says why, because a rule without its reason is worked around.
import { relative, resolve, dirname, sep } from 'node:path';
import { GROUND, KINDS, ROOMS } from './house.js';

const ROOM_NAMES = ROOMS.map(([name]) => name);

/** Where a file stands: its folder below src/, and its kind when that folder is a room. */
function placeOf(path) {
  const parts = path.split(sep);
  const src = parts.lastIndexOf('src');
  if (src === -1) return null;
  const [folder, ...rest] = parts.slice(src + 1);
  if (rest.length === 0) return { folder: '', room: -1, kind: null, inRoom: folder };
  const inRoom = rest.join('/');
  const room = ROOM_NAMES.indexOf(folder);
  // A test is one before it is anything else: rules/x.test.ts is a test.
  const kinds = [...KINDS].toSorted((a, b) => Number(b.kind === 'test') - Number(a.kind === 'test'));
  const kind = room === -1 ? null : (kinds.find(({ pattern }) => pattern.test(inRoom)) ?? null);
  return { folder, room, kind, inRoom };
}

function allowed(list, name) {
  return list === '*' || list.includes(name);
}

/** The reason why `from` must not import `to`, or null. */
function objection(from, to) {
  if (to.folder === '' || from.folder === '') return null;
  if (from.room === -1) {
    const may = GROUND[from.folder];
    if (may === undefined || from.folder === to.folder || allowed(may, to.folder)) return null;
    return `src/${from.folder} is ground that every room stands on, so it must not import src/${to.folder}: hand what it needs in as an argument.`;
  }
  if (from.kind === null) return null;
  if (to.room === -1) {
    if (allowed(from.kind.ground, to.folder)) return null;
    return `${from.kind.kind} must not import src/${to.folder}: ${from.kind.why}.`;
  }
  if (to.room > from.room && from.kind.kind !== 'test') {
    return `src/${from.folder} stands before src/${to.folder} (${ROOMS[to.room][1]}), so it must not import it: pass the data in from the later room.`;
  }
  if (to.kind !== null && !allowed(from.kind.may, to.kind.kind)) {
    return `${from.kind.kind} must not import ${to.kind.kind}: ${from.kind.why}.`;
  }
  return null;
}

const importDirection = {
  create(context) {
    const from = placeOf(context.filename);
    if (from === null) return {};
    const check = (node) => {
      const specifier = node.source?.value;
      if (typeof specifier !== 'string' || !specifier.startsWith('.')) return;
      const to = placeOf(resolve(dirname(context.filename), specifier));
      if (to === null) return;
      const message = objection(from, to);
      if (message !== null) context.report({ node, message });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    };
  },
};

const fileVocabulary = {
  create(context) {
    return {
      Program(node) {
        const place = placeOf(context.filename);
        if (place === null || place.room === -1 || place.kind !== null) return;
        context.report({
          node,
          message:
            `${place.inRoom} is not one of the files of a room (rules, schema, queries, commands, policy, journey, routes, pages): ` +
            'a newcomer must know from the name alone which file to open. See ARCHITECTURE.md.',
        });
      },
    };
  },
};

const pureRules = {
  create(context) {
    const place = placeOf(context.filename);
    if (place?.kind?.kind !== 'rules') return {};
    const refuse = (node, what) =>
      context.report({
        node,
        message: `${what} in rules: rules are pure so that an old decision replays exactly; take it as an argument.`,
      });
    return {
      MemberExpression(node) {
        const name = `${node.object.name}.${node.property.name}`;
        if (['Date.now', 'Math.random', 'performance.now'].includes(name)) refuse(node, name);
      },
      NewExpression(node) {
        if (node.callee.name === 'Date' && node.arguments.length === 0) refuse(node, 'new Date()');
      },
      ImportDeclaration(node) {
        if (node.source.value.startsWith('node:fs') || ['pg', 'kysely', 'hono'].includes(node.source.value)) {
          refuse(node, `import of ${node.source.value}`);
        }
      },
    };
  },
};

const noBarrel = {
  create(context) {
    return {
      ExportAllDeclaration(node) {
        context.report({
          node,
          message: 'No barrels: import from the file that says it, so that one search finds it.',
        });
      },
      Program(node) {
        const name = relative('.', context.filename).split(sep).at(-1);
        if (/^(index|helpers?|utils?|common|misc)\.tsx?$/.test(name)) {
          context.report({
            node,
            message: `${name} says nothing about what is in it: name the file after its one concept.`,
          });
        }
      },
    };
  },
};

// Who may do what stands in one kind of file, so that it can be read in one place and printed as a matrix.
const MINTS = ['definePermission', 'scopeForPurpose', 'scopeForLink', 'mintScope'];

const scopeMinting = {
  create(context) {
    const place = placeOf(context.filename);
    if (place === null || place.folder === 'access' || ['policy', 'test'].includes(place.kind?.kind)) return {};
    if (/\.test\.tsx?$/.test(context.filename)) return {};
    return {
      ImportDeclaration(node) {
        for (const { imported } of node.specifiers) {
          if (!MINTS.includes(imported?.name)) continue;
          context.report({
            node,
            message: `${imported.name} belongs in a policy.ts: who may do what must be found in one place a room. Declare the permission or the purpose there and use authorise.`,
          });
        }
      },
    };
  },
};

export default {
  meta: { name: 'alongside' },
  rules: {
    'import-direction': importDirection,
    'file-vocabulary': fileVocabulary,
    'pure-rules': pureRules,
    'no-barrel': noBarrel,
    'scope-minting': scopeMinting,
  },
};
