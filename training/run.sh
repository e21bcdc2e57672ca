#!/usr/bin/env bash
# Makes the language model from the corpora, end to end: training/run.sh CORPORA [WORK]
# CORPORA: the folder that prepare.py reads. WORK: where data and checkpoints go (default: a new temporary folder).
# About two hours and a half on two cores; 6 GB for Python's packages. Writes model/ and data/lang/en/ of this repository.
set -euo pipefail

stop() { echo "training/run.sh: $1" >&2; exit 2; }

[ $# -ge 1 ] && [ $# -le 2 ] || stop "usage: training/run.sh CORPORA [WORK]"
[ -d "$1" ] || stop "no folder $1: the corpora are not there (training/README.md names them)"
corpora=$(realpath "$1")
missing=
for path in ud/en_ewt-{train,dev,test}.conllu ud/en_gum_open-{train,dev,test}.conllu \
    names/uner-ewt/en_ewt-ud-{dev,test}.iob2 names/wikigold/CONLL-format/data/wikigold.conll.txt \
    names/wnut17/CONLL-format/data/{train/wnut17train.conll,dev/emerging.dev.conll} \
    names/re3d/{CENTCOM,UK_Government,US_State_Department}; do
  [ -e "$corpora/$path" ] || missing+=$'\n  '$path
done
[ -z "$missing" ] || stop "missing in $corpora (training/README.md says what they are):$missing"
for tool in python3 cargo; do
  command -v "$tool" > /dev/null || stop "$tool is needed"
done
work=${2:-$(mktemp -d)}
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
cd "$here"
mkdir -p "$work"

if [ ! -x "$work/venv/bin/python" ]; then
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install --quiet --requirement requirements.txt
fi
python="nice -n 10 $work/venv/bin/python"
export OMP_NUM_THREADS=1

$python prepare.py "$corpora" "$work/data"
$python lemmas.py "$work/data" "$root/data/lang/en"
cargo run --quiet --release --manifest-path "$root/Cargo.toml" -p ascribe-language --example sentence_features -- \
  "$corpora/ud/en_ewt-train.conllu" "$corpora/ud/en_gum_open-train.conllu" \
  | $python sentences.py "$root/data/lang/en/sentence-weights.tsv"

# First run: two processes, gradients averaged.
for rank in 0 1; do
  $python train.py --data "$work/data" --out "$work/first.pt" --minutes "${FIRST_MINUTES:-20}" --epochs 10 \
    --tokens 2000 --world 2 --rank $rank &
done
wait

# Two runs that go on from it with other seeds, side by side; the shipped weights are their mean.
for seed in 2 3; do
  $python train.py --data "$work/data" --out "$work/second-$seed.pt" --init "$work/first.pt" --seed $seed \
    --minutes "${SECOND_MINUTES:-72}" --epochs 12 --tokens 1200 --lr 2.5e-4 --head-lr 1e-3 &
done
wait
$python average.py "$work/final.pt" "$work/second-2.pt" "$work/second-3.pt"

$python export.py "$work/final.pt" "$work/out" --version 1
$python evaluate.py "$work/out/ascribe-en.f32.onnx" "$work/out/ascribe-en.json" "$work/data" --json "$work/out/scores-f32.json"
$python evaluate.py "$work/out/ascribe-en.onnx" "$work/out/ascribe-en.json" "$work/data" --json "$work/out/scores.json"
mkdir -p "$root/model"
cp "$work/out/ascribe-en.onnx" "$work/out/ascribe-en.json" "$work/out/vocab.txt" "$work/out/scores.json" "$root/model/"
$python card.py "$work/out/scores.json" "$work/out/scores-f32.json" "$root/model/README.md"

# The second network: what the rules find in their own examples, the marked texts, and the marks on the corpora.
$python rule_examples.py > "$work/examples.jsonl"
cargo run --quiet --release --manifest-path "$root/Cargo.toml" -p ascribe-pipeline --example marked -- \
  "$work/examples.jsonl" > "$work/rules.txt"
$python standoff.py "$corpora" > "$work/real.txt"
OMP_NUM_THREADS=$(nproc) $python proposer.py "$work/proposer.pt" --minutes "${PROPOSER_MINUTES:-25}" \
  --also "$work/rules.txt" "$work/real.txt"
$python attach.py "$work/proposer.pt" "$root/model"
$python score_proposer.py "$root/model"
