// Reads pages with Readability.js in a linkedom document, as a person who builds a reader would:
// parse, extract, take the content and the text. One request a line on standard input, the file of
// a page as UTF-8; one answer a line: what it took and how much text came out. Reading the file is
// not timed. A page on which the peer fails counts as read, without text.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

const read = (html) => {
  try {
    const article = new Readability(parseHTML(html).document).parse();
    return article === null ? '' : article.textContent;
  } catch {
    return '';
  }
};

for await (const file of createInterface({ input: process.stdin })) {
  const html = readFileSync(file, 'utf8');
  const start = process.hrtime.bigint();
  const text = read(html);
  const millis = Number(process.hrtime.bigint() - start) / 1e6;
  console.log(JSON.stringify({ millis, characters: text.length }));
}
