/** The main screens of the app, each reached from the one before it as a person would. */

const button = (page, name) => page.getByRole('button', { name });
const desk = async (page, name) => {
  await page.getByRole('navigation', { name: 'Desks' }).getByRole('button', { name }).click();
  await page.locator(`nav [aria-current='page'][aria-label='${name}']`).waitFor();
};
const claim = async (page, ref) => {
  await page.getByRole('searchbox', { name: 'Search claims' }).fill('');
  await page.getByRole('searchbox', { name: 'Search claims' }).fill(ref);
  await page.locator(`[data-claim-row="${ref}"]`).click();
  await page.getByRole('searchbox', { name: 'Search claims' }).fill('');
  await page.locator(`[data-claim="${ref}"]`).waitFor();
};

async function createCase(page) {
  await page.getByRole('textbox', { name: 'Your alias' }).fill('Checker One');
  await page.getByLabel('Passphrase', { exact: true }).fill('four quiet lanterns burn');
  await page.getByLabel('Passphrase, again').fill('four quiet lanterns burn');
  await button(page, 'Create case').click();
  await button(page, 'Create case').waitFor({ state: 'detached' });
  await page.locator('[data-claim-row]').first().waitFor();
}

async function decide(page, ref, key, rationale) {
  await claim(page, ref);
  await page.getByTestId('article').click({ position: { x: 4, y: 4 } });
  await page.keyboard.press(key);
  if (!rationale) return;
  const field = page.getByRole('textbox', { name: 'Rationale' });
  await field.fill(rationale);
  await field.blur();
  await page.locator('[data-save="saved"]').waitFor();
}

async function workTheCase(page) {
  await decide(page, 'C-10', 'Digit1', 'Two reports of different origin describe the same events.');
  await decide(page, 'C-11', 'Digit2', 'The same speaker says “many cases” a paragraph earlier.');
  await decide(page, 'C-08', 'Digit3', null);
  await decide(
    page,
    'C-31',
    'Digit2',
    'The flight is told by one voice; the sum is implausible in notes of that time.',
  );
  await button(page, 'Quotation').click();
  const form = page.getByRole('form', { name: 'quotation' });
  await form
    .getByRole('textbox', { name: 'Title' })
    .fill('Radio bulletin with a rather long title that has to be cut somewhere');
  await form.getByRole('textbox', { name: 'Words' }).fill('قال المتحدث إن الرجل هرب ومعه مبلغ كبير من المال');
  await form.getByRole('button', { name: 'Add' }).click();
  await page.locator('[data-evidence="E-01"]').waitFor();
}

const ENGLISH = [
  'The night in Qamar',
  'Qamar, July 20, 2014',
  'The bridge was destroyed yesterday by three rockets. Three villages were left without water for a week.',
  'Omar Halabi, head of the guards, said that 40 fighters fled the town with Abu Obeida. “We saw them cross the river at dawn, and they took 200 thousand dollars along,” he said.',
  'The council has paid the contractors since last month.',
].join('\n\n');
const ARABIC = [
  'ليلة في قمر',
  'الأحد 20 تموز 2014',
  'دمر الجسر الشرقي أمس بثلاثة صواريخ، وبقيت ثلاث قرى بلا ماء أسبوعاً كاملاً.',
  'وقال القائد سامي الحلبي، رئيس الحرس في المدينة: «هرب أربعون مقاتلاً إلى تركيا، وسرق أبو عبيدة ٢٠٠ ألف دولار من أموال النفط».',
].join('\n\n');

/** Pastes an article where one is asked for, and has it read for its claims. */
async function proposalsOf(page, article) {
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    const field = document.querySelector('textarea') ?? document;
    field.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, article);
  await button(page, 'Add this article').click();
  await page.getByRole('toolbar', { name: 'Selected words' }).waitFor();
  await page.keyboard.press('p');
  await page.getByRole('listbox', { name: 'Proposals' }).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
}

export const SCREENS = [
  { name: '01-sample', open: (page) => page.locator('[data-claim-row]').first().waitFor() },
  { name: '02-sample-claim', open: (page) => claim(page, 'C-06') },
  {
    name: '03-new-case',
    async open(page) {
      await button(page, 'Make it mine').click();
      await page.getByRole('textbox', { name: 'Your alias' }).waitFor();
    },
  },
  {
    name: '04-worked-claim',
    async open(page) {
      await createCase(page);
      await workTheCase(page);
    },
  },
  {
    name: '05-filter',
    async open(page) {
      await button(page, 'Filter claims').click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: '06-report',
    async open(page) {
      await page.keyboard.press('Escape');
      await button(page, 'Report…').click();
      await page.getByRole('img', { name: /^Page 1 of/ }).waitFor();
    },
  },
  {
    name: '07-palette',
    async open(page) {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+KeyK');
      await page.getByPlaceholder('Go to a claim').fill('zakat');
    },
  },
  {
    name: '08-evidence',
    async open(page) {
      await page.keyboard.press('Escape');
      await desk(page, 'Evidence');
      await page.getByText('Radio bulletin').first().click();
    },
  },
  {
    name: '09-people',
    async open(page) {
      await desk(page, 'People');
      await page.getByText('Sami Fourati').first().click();
    },
  },
  { name: '10-history', open: (page) => desk(page, 'History') },
  { name: '13-due', open: (page) => desk(page, 'Due') },
  { name: '14-matrix', open: (page) => desk(page, 'Matrix') },
  { name: '15-timeline', open: (page) => desk(page, 'Timeline') },
  {
    name: '11-import',
    async open(page) {
      await desk(page, 'Claims');
      await button(page, /^Cases/).click();
      await page.getByRole('menuitem', { name: 'Add an article' }).click();
      await page.getByRole('heading', { name: 'Add an article' }).waitFor();
    },
  },
  { name: '16-proposals', open: (page) => proposalsOf(page, ENGLISH) },
  {
    name: '17-proposals-arabic',
    async open(page) {
      await page.keyboard.press('Escape');
      await button(page, 'Add an article').first().click();
      await page.getByRole('heading', { name: 'Add an article' }).waitFor();
      await proposalsOf(page, ARABIC);
    },
  },
  {
    name: '12-locked',
    async open(page) {
      await page.keyboard.press('Control+KeyL');
      await page.getByRole('heading', { name: 'Locked' }).waitFor();
    },
  },
];
