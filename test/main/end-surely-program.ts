import { EventEmitter } from 'node:events';
import { endSurely } from '#main/end-surely.ts';

// Both would keep a process alive for ever.
setInterval(() => undefined, 1000);
process.on('exit', () => {
  for (;;);
});
const app = new EventEmitter();
endSurely(app);
app.emit('quit', {}, 7);
