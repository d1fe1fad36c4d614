"""Whether what was found is an answer: by a formula over cosines, by what a sentence lacks, and by a reader."""
