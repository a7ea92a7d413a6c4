// Sets light or dark before the first picture. It stands in a file of its own because the server allows no script within
// the page; rename it when it changes, since browsers keep it for a year.
(() => {
  let chosen = 'auto';
  try {
    chosen = localStorage.getItem('mantine-color-scheme-value') || 'auto';
  } catch {
    // Nothing is kept in this browser: it goes by the device.
  }
  const dark = chosen === 'auto' ? matchMedia('(prefers-color-scheme: dark)').matches : chosen === 'dark';
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  document.documentElement.style.background = dark ? '#15171a' : '#f7f8f8';
})();
