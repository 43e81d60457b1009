/* Before anything of the page: whatever runs calls one of these. */
"use strict";
window.ran = [];
for (const name of ["alert", "confirm", "prompt", "print", "open", "msgbox"]) {
  Object.defineProperty(window, name, { value: (said) => void window.ran.push(`${name}(${said})`) });
}
