/** Each worker's apps draw on a display of their own: windows must not take each other's focus. */
const displays = (process.env['TOUCHSTONE_TEST_DISPLAYS'] ?? '').split(' ').filter((name) => name !== '');
const display = displays[(Number(process.env['VITEST_POOL_ID'] ?? '1') - 1) % displays.length];
if (display !== undefined) process.env['DISPLAY'] = display;
