#!/usr/bin/env bash
# turndown with its plug-in for GitHub's tables writes a list in a cell as a list, which ends the table there.
# Expected: the items in one line, or the table left in HTML as the fork of Joplin does; later cells lose their columns.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit turndown@7.2.0 turndown-plugin-gfm@1.0.2 markdown-it@14.1.0
cat >look.cjs <<'NODE'
const assert = require('node:assert');
const Turndown = require('turndown');
const { gfm } = require('turndown-plugin-gfm');
const html = '<table><tr><th>Stage</th><th>Touch points</th><th>Owner</th></tr>' +
  '<tr><td>Visit</td><td><ul><li>Advert</li><li>Shop</li></ul></td><td>Sales</td></tr></table>';
const service = new Turndown();
service.use(gfm);
const text = service.turndown(html);
console.log('turndown', require('turndown/package.json').version, 'with turndown-plugin-gfm 1.0.2');
console.log(text);
const page = require('markdown-it')().render(text);
console.log('expected: the owner in the third column of the table');
assert(!page.includes('<td>Sales</td>'), 'the owner is in a cell');
assert(/\| Visit \| ?\n/.test(text), 'the row goes on in one line');
console.log('seen:     the row ends after "Visit", and the owner is in no cell');
NODE
node look.cjs
