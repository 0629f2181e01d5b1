export const matrix = {
  label: 'Claims and evidence',
  none: 'No claim has evidence yet',
  noneHint:
    'Attach evidence to a claim with E. Each claim with evidence gets a row here, each item a column.',
  noMatch: 'No claim with evidence matches the filter of the claim list.',
  claim: 'Claim',
  origins: 'Independent',
  count: '{{for}} : {{against}}',
  countHint: '{{for}} independent origins for it, {{against}} against it',
  unknown: 'Origin unknown',
  nothing: 'nothing',
  cell: '{{claim}}, {{evidence}}: {{stance}}',
  keys: 'Arrow keys move, Enter opens the claim, Shift+Enter the evidence.',
  legend:
    'Columns of one origin stand together and count once; what has no origin counts as one voice at most.',
};
