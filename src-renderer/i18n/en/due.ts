export const due = {
  list: 'Due',
  now: 'Due now {{count}}',
  later: 'Later {{count}}',
  mine: 'Mine',
  none: 'Nothing is due',
  noneLater: 'Nothing has its day later',
  noneHint:
    'Checks that wait until a day, findings with a review-by date, claims that wait, and second reads come here.',
  since: 'since {{day}}',
  kind: {
    check: 'Check again',
    review: 'Look at the finding again',
    waiting: 'Waits, no date given',
    'second read': 'Waits for your second read',
    difference: 'Second read differs',
    'sign-off': 'Signed off, but nothing agrees with it',
  },
};
