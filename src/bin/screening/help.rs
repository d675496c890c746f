//! The text of `--help`.

/// The help, without a last line end.
pub(crate) const HELP: &str = "\
Screens referrals to the Drive Project, writes the referral and checks criteria packs. Nothing is sent anywhere.

screening screen SHEET.json...          one result/1 a line, in the order of the sheets
screening screen --lines < SHEETS       one answer sheet a line on standard input
screening screen --explain ...          with each result what stands behind it and what would change it, in words
screening document SHEET.json --format pdf|docx|html|json|txt|md --part panel|restricted|handling|all
                                        writes one document, or all parts in one zip, and prints its path; what in
                                        Part A may name or locate somebody is said too (codes part-a-...)
screening check PACK.json...            everything that is wrong with a criteria pack; its worked cases are run
screening diff OLD.json NEW.json        which situations two packs decide differently, and what was changed

  --pack FILE        decide by this pack, whatever pack a sheet names (otherwise: the built-in pack it names)
  --lang en|cy       the language of documents, explanations and messages (en)
  --out DIR          where the document is written (the current folder); a file of the same name is replaced
  --reference REF    letters, digits and - for the file name; never a name (otherwise random)
  --on DATE          the day the document is made or packs are checked, like 2026-11-21 (otherwise today, the local day)
  --strict           a document of Part A in which something was found ends with exit code 1
  --help, --version

Problems are JSON lines on standard error, all of them: code, at, message, next_step, and the file and line they are
about. Sheets without problems still get their result. A check writes what is only worth knowing to standard output.
Exit code 2: some input could not be used, or some output not be written. 1: a pack fails its check, or --strict. A
document is written whole or not at all. A sheet, a line or a pack may have at most 4 MB.";
