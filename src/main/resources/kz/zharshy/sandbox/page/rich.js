'use strict';
/* Draws the blocks of a rich message. */
const RICH_TAGS = {
  bold: 'b', italic: 'i', underline: 'u', strikethrough: 's', code: 'code', subscript: 'sub', superscript: 'sup', marked: 'mark',
  paragraph: 'p', footer: 'footer', pre: 'pre', pullquote: 'blockquote', thinking: 'p',
};

function richText(parent, text) {
  if (text === undefined || text === null) return;
  if (typeof text === 'string') return void parent.append(text);
  if (Array.isArray(text)) return text.forEach(each => richText(parent, each));
  let node;
  if (text.type === 'spoiler') node = spoiler();
  else if (text.type === 'url') node = link(withScheme(text.url), '');
  else node = make(RICH_TAGS[text.type] || 'span');
  richText(node, text.text);
  parent.append(node);
}

function richBlock(parent, block) {
  if (block.type === 'divider') return void parent.append(make('hr'));
  if (block.type === 'list') return void parent.append(richList(block));
  if (block.type === 'table') return void parent.append(richTable(block));
  if (block.photo) parent.append(...media([{ photo: block.photo }]));
  const tag = block.type === 'heading' ? 'h' + Math.min(6, Math.max(3, block.size + 1)) : block.blocks ? (block.type === 'details' ? 'details' : 'blockquote') : RICH_TAGS[block.type];
  if (!tag) return;
  const node = make(tag);
  if (block.summary) {
    const summary = make('summary');
    richText(summary, block.summary);
    node.append(summary);
  }
  richText(node, block.text);
  (block.blocks || []).forEach(inner => richBlock(node, inner));
  if (block.credit) {
    const credit = make('cite');
    richText(credit, block.credit);
    node.append(credit);
  }
  parent.append(node);
}

function richList(block) {
  const list = make('ul', 'rich-list');
  for (const item of block.items || []) {
    const node = make('li');
    node.append(make('span', '', item.has_checkbox ? (item.is_checked ? '☑' : '☐') : item.label));
    const body = make('div');
    (item.blocks || []).forEach(inner => richBlock(body, inner));
    node.append(body);
    list.append(node);
  }
  return list;
}

function richTable(block) {
  const table = make('table');
  for (const row of block.cells || []) {
    const line = make('tr');
    for (const cell of row) {
      const node = make(cell.is_header ? 'th' : 'td');
      node.colSpan = cell.colspan || 1;
      node.rowSpan = cell.rowspan || 1;
      richText(node, cell.text);
      line.append(node);
    }
    table.append(line);
  }
  return table;
}

function rich(message) {
  if (!message.rich_message) return null;
  const node = make('div', 'text rich');
  if (message.rich_message.is_rtl) node.dir = 'rtl';
  message.rich_message.blocks.forEach(block => richBlock(node, block));
  return node;
}
