// A link as a reader has it: what is asked takes a while to come back, and all
// that comes shares so many bits a second, in slices of a packet, in turn.
const PACKET = 1460;

export class SlowLink {
  constructor({megabits, milliseconds}) {
    this.bytesPerMs = megabits * 1e3 / 8;
    this.roundTrip = milliseconds;
    this.sending = [];
    this.budget = this.last = 0;
    this.timer = null;
  }

  // Gives `write` the bytes, slice by slice, as the link has room for them.
  send(bytes, write) {
    return new Promise((resolve) => {
      this.sending.push({bytes, at: 0, write, resolve});
      if (this.timer) return;
      this.budget = 0;
      this.last = performance.now();
      this.timer = setInterval(() => this.pump(), 1);
    });
  }

  pump() {
    const now = performance.now();
    this.budget += (now - this.last) * this.bytesPerMs;
    this.last = now;
    while (this.budget >= PACKET && this.sending.length) {
      const one = this.sending.shift();
      const slice = one.bytes.subarray(one.at, one.at + PACKET);
      one.write(slice);
      one.at += slice.length;
      this.budget -= slice.length;
      if (one.at < one.bytes.length) this.sending.push(one);
      else one.resolve();
    }
    if (this.sending.length) return;
    clearInterval(this.timer);
    this.timer = null;
  }
}
