/// What a browser may add to a page that is complete without it.
enum Script {
  /// Finding a place, sorting and folding tables, copying the link of a number, switching between the maps before and after.
  /// It reads the page alone: nothing is fetched, nothing is kept.
  static let text = """
    (() => {
      const all = (selector, root = document) => [...root.querySelectorAll(selector)];
      const make = (tag, set) => Object.assign(document.createElement(tag), set);
      const head = document.querySelector('header nav');

      // find a place: sheets first, then rows of the sheets of countries
      const found = new Map();
      all('.sheet').forEach(sheet => found.set(sheet.querySelector('h3').textContent, sheet));
      all('#countries tbody th').forEach(cell => {
        const name = cell.textContent;
        if (!found.has(name) && /\\p{Lu}/u.test(name)) found.set(name, cell);
      });
      if (head && found.size) {
        const names = make('datalist', {id: 'find-names'});
        [...found.keys()].sort().forEach(name => names.append(make('option', {value: name})));
        const field = make('input', {type: 'search', placeholder: 'Find a place'});
        field.setAttribute('list', 'find-names');
        field.setAttribute('aria-label', 'Find a place');
        field.addEventListener('change', () => {
          const target = found.get(field.value);
          if (target) target.scrollIntoView();
        });
        head.prepend(field, names);
        document.body.classList.add('enhanced');
      }

      // sort by a column, fold a table
      const value = (row, column) => {
        const text = (row.cells[column] || {textContent: ''}).textContent.replace('−', '-').replace(/[<>\\s]/g, '');
        const number = parseFloat(text);
        return Number.isFinite(number) ? number : text;
      };
      const order = (a, b) => typeof a === typeof b ? (a < b ? -1 : a > b ? 1 : 0) : typeof a === 'number' ? -1 : 1;
      all('table').forEach(table => {
        const body = table.tBodies.length === 1 && table.tBodies[0];
        if (!body || body.rows.length < 4 || body.querySelector('[scope=rowgroup]')) return;
        all('thead th', table).forEach((cell, column) => {
          const button = make('button', {className: 'sort', title: 'Sort by this column'});
          button.append(...cell.childNodes);
          cell.append(button);
          button.addEventListener('click', () => {
            const turn = cell.getAttribute('aria-sort') === 'ascending' ? -1 : 1;
            all('thead th', table).forEach(other => other.removeAttribute('aria-sort'));
            cell.setAttribute('aria-sort', turn === 1 ? 'ascending' : 'descending');
            body.append(...[...body.rows].sort((a, b) => turn * order(value(a, column), value(b, column))));
          });
        });
        if (body.rows.length < 12) return;
        const fold = make('button', {className: 'fold', textContent: 'Fold'});
        fold.addEventListener('click', () => {
          body.hidden = !body.hidden;
          fold.textContent = body.hidden ? 'Unfold' : 'Fold';
        });
        table.caption.append(' ', fold);
      });

      // copy the link of a number
      const told = make('div', {className: 'copied', role: 'status'});
      document.body.append(told);
      document.addEventListener('click', event => {
        const number = event.target.closest('td[id*="/"],span[id*="/"],[data-figure]');
        if (!number || event.target.closest('a,button')) return;
        const id = number.id || number.dataset.figure;
        const link = location.href.split('#')[0] + '#' + id;
        if (navigator.clipboard) navigator.clipboard.writeText(link).catch(() => {});
        told.textContent = id + (number.title ? ' ' + number.title : '');
        setTimeout(() => { told.textContent = ''; }, 4000);
      });

      // one map at a time
      const maps = all('#maps > figure');
      if (maps.length > 1) {
        const bar = make('div', {className: 'switch', role: 'group'});
        maps.forEach((map, index) => {
          const title = map.querySelector('svg title');
          const words = title ? title.textContent.split(', ').slice(1).join(', ') : String(index + 1);
          const button = make('button', {textContent: words});
          button.addEventListener('click', () => {
            maps.forEach((other, at) => other.classList.toggle('hidden', at !== index));
            all('button', bar).forEach(other => other.setAttribute('aria-pressed', String(other === button)));
          });
          bar.append(button);
        });
        maps[0].before(bar);
        bar.firstChild.click();
      }
    })();
    """
}
