/** Written by `eval/train-extract.ts`; see there. In the order of `modelInputs`. */
export const wordWeights: readonly number[] = [
  -2.7295, -1.1059, 2.7085, -0.4025, -0.2114, 0.1043, 0.1216, -0.6301, 0.0892, 0.5668, 1.3538,
  -0.2866, 0.179, 0.0806, 0.9575,
]
