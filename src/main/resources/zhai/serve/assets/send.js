// Asking the server for a change: JSON with the key that only our own pages know.
const key = document.querySelector("meta[name=zhai-key]")?.content ?? "";

export async function send(path, body) {
  let answer;
  try {
    answer = await fetch("/api/v1" + path, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Zhai-Token": key },
      body: JSON.stringify(body),
    });
  } catch {
    throw new Error("The server does not answer; is it still running?");
  }
  const json = await answer.json();
  if (!answer.ok) throw new Error(json.error);
  return json;
}

// Says a sentence to everybody, those who listen included.
let forgetting = 0;
export function say(sentence) {
  const said = document.getElementById("said");
  said.textContent = sentence;
  clearTimeout(forgetting);
  forgetting = setTimeout(() => { said.textContent = ""; }, 6000);
}

// Does something when a form is sent, and says what is wrong if it fails.
export function onSend(form, act) {
  form?.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector("button:not([type=button])");
    button.disabled = true;
    try {
      await act(new FormData(form));
    } catch (failure) {
      say(failure.message);
    } finally {
      button.disabled = false;
    }
  });
}

export const words = (text) => text.split(/[\s,，、]+/u).map((it) => it.replace(/^[#＃]+/u, "")).filter(Boolean);
