// What the person has chosen, kept in this browser where it allows that.

export function preference(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

export function prefer(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Without storage the choice holds until the page is closed.
  }
}
