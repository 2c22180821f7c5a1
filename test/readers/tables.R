# Rscript tables.R FILE...: what R reads of tables, a cell after the other: units and records end as ASCII has it.
for (path in commandArgs(TRUE)) {
  table <- read.csv(path, colClasses = "character", na.strings = character(), check.names = FALSE, encoding = "UTF-8")
  lines <- c(paste(names(table), collapse = "\x1f"), do.call(paste, c(unname(table), sep = "\x1f")))
  cat(enc2utf8(lines), "", sep = "\x1e")
  cat("\x1d")
}
