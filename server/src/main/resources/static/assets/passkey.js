// Makes a passkey, or signs in by one: asks the server for a challenge, has the browser answer it, and sends the answer.
(() => {
  "use strict";
  const csrf = document.querySelector('meta[name="csrf"]');
  const told = document.getElementById("passkey-told");

  const post = async (path, body) => {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", [csrf.dataset.header]: csrf.content },
      body: body === undefined ? "" : JSON.stringify(body),
      redirect: "follow",
    });
    if (answer.redirected) {
      // The server wants to know first that it is still the same person.
      location.assign(answer.url);
      throw new Error("redirected");
    }
    if (!answer.ok) {
      throw new Error(`the server answered ${answer.status}`);
    }
    return answer.json();
  };

  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const known = (list) => (list ?? []).map((each) => ({ ...each, id: bytes(each.id) }));
  const common = (made, response) => ({
    id: made.id,
    rawId: text(made.rawId),
    type: made.type,
    response,
    clientExtensionResults: made.getClientExtensionResults(),
    authenticatorAttachment: made.authenticatorAttachment,
  });

  const guarded = (button, doing) => button?.addEventListener("click", async () => {
    told.textContent = "";
    button.disabled = true;
    try {
      location.assign((await doing(button)).next);
    } catch (failed) {
      if (failed.message !== "redirected") {
        told.textContent = button.dataset.failed;
      }
    } finally {
      button.disabled = false;
    }
  });

  guarded(document.querySelector("[data-passkey-enter]"), async (button) => {
    const asked = await post("/login/passkey/options");
    const publicKey = { ...asked, challenge: bytes(asked.challenge), allowCredentials: known(asked.allowCredentials) };
    const made = await navigator.credentials.get({ publicKey });
    const { authenticatorData, clientDataJSON, signature, userHandle } = made.response;
    return post(`/login/passkey?next=${encodeURIComponent(button.dataset.next)}`, common(made, {
      authenticatorData: text(authenticatorData),
      clientDataJSON: text(clientDataJSON),
      signature: text(signature),
      userHandle: userHandle ? text(userHandle) : undefined,
    }));
  });

  guarded(document.querySelector("[data-passkey-make]"), async () => {
    const asked = await post("/account/passkeys/options");
    const publicKey = {
      ...asked,
      challenge: bytes(asked.challenge),
      user: { ...asked.user, id: bytes(asked.user.id) },
      excludeCredentials: known(asked.excludeCredentials),
    };
    const made = await navigator.credentials.create({ publicKey });
    const label = document.getElementById("passkey-label").value;
    return post(`/account/passkeys?label=${encodeURIComponent(label)}`, common(made, {
      attestationObject: text(made.response.attestationObject),
      clientDataJSON: text(made.response.clientDataJSON),
      transports: made.response.getTransports ? made.response.getTransports() : [],
    }));
  });
})();
