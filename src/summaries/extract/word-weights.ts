/** Written by `eval/training/train-extract.ts`; see there. In the order of `modelInputs`. */
export const wordWeights: readonly number[] = [
  -2.803, -0.9693, 2.9564, -0.4879, -0.1719, 0.1986, 0.185, -0.6483, 0.0784, 0.729, 1.3657, -0.2788,
  0.2006, 0.0723, 0.8236,
]
