// Waiting for what comes over a network: for whom, how long, and what is said
// where it does not come.
const TIMEOUT = 20_000;

export function failure(kind, file, why) {
  return Object.assign(new Error(`${file}: ${why}`), {kind, file});
}

export const abortError = () =>
    new DOMException('The search was cancelled', 'AbortError');

// A promise that others wait for too, for one who may leave before.
export function leaving(promise, signal, onLeave) {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const leave = () => {
      reject(abortError());
      if (onLeave) onLeave();
    };
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave);
    promise.then(resolve, reject).then(
        () => signal.removeEventListener('abort', leave));
  });
}

// What `task(signal)` comes to, or an error that says what is wrong.
export async function inTime(file, controller, task) {
  let late = false;
  const timer = setTimeout(() => controller.abort(late = true), TIMEOUT);
  try {
    return await task(controller.signal);
  } catch (error) {
    if (controller.signal.aborted && !late) throw abortError();
    throw error.kind ? error : failure('offline', file, 'did not come');
  } finally {
    clearTimeout(timer);
  }
}
