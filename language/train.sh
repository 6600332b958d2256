#!/bin/sh
# Teaches the reader anew from the corpus of this repository and puts the models where the product finds them. Takes some minutes.
set -eu
cd "$(dirname "$0")/.."
exec ./amends fit reader --corpus language/src/test/resources/corpus \
    --out language/src/main/resources/org/amends/language/reading
