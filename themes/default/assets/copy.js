// A button beside each citation that copies it.
const words = document.querySelector("[data-copy-word]")?.dataset;

if (words && navigator.clipboard) {
  for (const text of document.querySelectorAll("[data-copy]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = words.copyWord;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text.textContent.trim());
      button.textContent = words.copiedWord;
      setTimeout(() => (button.textContent = words.copyWord), 2000);
    });
    text.closest("div").querySelector("dt").append(button);
  }
}
