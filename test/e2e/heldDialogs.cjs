// Loaded into Electron before the program: the system's dialogs wait for the test instead of standing on a screen.
const { dialog } = require('electron');

globalThis.held = [];
for (const name of ['showMessageBox', 'showOpenDialog', 'showSaveDialog']) {
  dialog[name] = (...words) => new Promise((answer) => globalThis.held.push({ options: words.at(-1), answer }));
}
dialog.showErrorBox = (message, detail) =>
  globalThis.held.push({ options: { message, detail, buttons: [] }, answer() {} });
