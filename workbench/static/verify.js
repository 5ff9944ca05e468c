// A PDF dropped anywhere on this page is checked at once; without this, the file field does the same.

const box = document.querySelector(".check-file");
const form = box.querySelector("form");
const field = form.querySelector("input[type=file]");
const line = document.getElementById("seret");

function check(files) {
  if (files.length > 1) {
    line.textContent = line.dataset.textOne;
    return;
  }
  field.files = files;
  line.textContent = line.dataset.textChecking;
  form.requestSubmit();
}

const carriesFiles = (event) => event.dataTransfer?.types.includes("Files");

addEventListener("dragover", (event) => {
  if (!carriesFiles(event)) return;
  event.preventDefault(); // otherwise the browser would open the file in place of this page
  event.dataTransfer.dropEffect = "copy";
  box.classList.add("ready");
});
addEventListener("dragleave", (event) => event.relatedTarget ?? box.classList.remove("ready"));
addEventListener("drop", (event) => {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  box.classList.remove("ready");
  if (event.dataTransfer.files.length) check(event.dataTransfer.files);
});

line.textContent = line.dataset.textDrop;
