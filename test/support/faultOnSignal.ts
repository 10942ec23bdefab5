/** Loaded before a program: it then meets a fault nobody catches, thrown at one signal and rejected at the other. */
process.on('SIGUSR2', () => {
  setImmediate(() => {
    throw new Error('thrown and caught by nobody');
  });
});
process.on('SIGHUP', () => {
  void Promise.reject(new Error('rejected and caught by nobody'));
});
