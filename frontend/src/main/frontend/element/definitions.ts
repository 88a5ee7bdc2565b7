/** What every number on the pages means. One place, shown beside each number and as a page of its own. */
export interface Definition {
  title: string;
  means: string;
  formula?: string;
  read?: string;
}

export const DEFINITIONS: Record<string, Definition> = {
  effect: {
    title: 'Drift effect',
    means:
      'How far a feature has moved from its baseline: the population stability index, less what chance alone would give ' +
      'for windows of this size. The verdict is based on it.',
    formula: 'max(0, PSI − (bins − 1) · (1/n + 1/m))',
    read: 'Below 0.1: stable. From 0.1: warning. From 0.25: critical, if the change is also statistically significant.',
  },
  psi: {
    title: 'Population stability index (PSI)',
    means:
      'Distance between two distributions over the same bins, computed the way Evidently does, so that you can compare. ' +
      'It grows with few rows and many bins even when nothing has changed; the drift effect corrects for that.',
    formula: 'Σ (current − reference) · ln(current / reference), over bins of shares',
    read: '0 means equal. 0.1 is the usual limit.',
  },
  ks: {
    title: 'Kolmogorov–Smirnov distance',
    means: 'The largest gap between the two cumulative distributions. For numeric features.',
    formula: 'max |F_current(x) − F_reference(x)|',
    read: '0 means equal, 1 means no overlap. With many rows even a tiny gap is significant: look at the effect too.',
  },
  chi_square: {
    title: 'Chi-square p-value',
    means: 'How likely category counts this different would be if nothing had changed. For categories.',
    formula: 'P(χ² ≥ Σ (observed − expected)² / expected)',
    read: 'Small means unlikely to be chance. It says nothing about how large the change is.',
  },
  p_value: {
    title: 'p-value, calibrated',
    means:
      'How likely an effect of this size is without drift, judged by the spread of the baseline against itself, ' +
      'because real rows come in days and bursts and are not independent.',
    read: 'Small means unlikely to be chance.',
  },
  q_value: {
    title: 'q-value',
    means: 'The p-value corrected for looking at many features at once (Benjamini–Hochberg).',
    read: 'Significant below 0.01: at most 1 % of the features called drifted are expected to be false alarms.',
  },
  missing_ratio: {
    title: 'Missing',
    means: 'Share of predictions in which the feature had no value: null, absent, or not a number.',
    formula: 'missing / (missing + present)',
  },
  volume: {
    title: 'Predictions',
    means: 'Predictions whose time of occurrence is inside the window. Duplicates of a prediction id count once.',
  },
  coverage: {
    title: 'Ground-truth coverage',
    means: 'Share of the window’s predictions whose outcome is known. Metrics are computed from those only.',
    formula: 'predictions with ground truth / predictions',
    read: 'Low coverage means the metric may still move as more outcomes arrive.',
  },
  drifted_features: {
    title: 'Drifted features',
    means:
      'Features and parts of the prediction whose change against the baseline is both significant and large enough to matter.',
  },
  roc_auc: {
    title: 'ROC AUC',
    means:
      'The chance that a random positive gets a higher score than a random negative. Independent of the threshold.',
    formula: 'P(score of a positive > score of a negative) + ½ P(equal)',
    read: '0.5 is guessing, 1 is perfect.',
  },
  accuracy: { title: 'Accuracy', means: 'Share of predictions that were right.', formula: 'right / all' },
  precision: {
    title: 'Precision',
    means: 'Of those predicted positive, the share that were.',
    formula: 'TP / (TP + FP)',
  },
  recall: { title: 'Recall', means: 'Of those truly positive, the share that were found.', formula: 'TP / (TP + FN)' },
  f1: {
    title: 'F1',
    means: 'Harmonic mean of precision and recall.',
    formula: '2 · precision · recall / (precision + recall)',
  },
  macro_f1: {
    title: 'Macro F1',
    means: 'F1 of each class, averaged with equal weight.',
    formula: 'mean of F1 over classes',
  },
  log_loss: {
    title: 'Log loss',
    means: 'How surprised the scores were by the outcomes. Punishes confident mistakes.',
    formula: '−mean(ln(score given to what happened))',
    read: 'Lower is better.',
  },
  brier: {
    title: 'Brier score',
    means: 'Mean squared distance between score and outcome.',
    formula: 'mean((score − outcome)²)',
    read: 'Lower is better.',
  },
  mae: {
    title: 'Mean absolute error',
    means: 'Average size of the error.',
    formula: 'mean |predicted − actual|',
    read: 'Lower is better.',
  },
  rmse: {
    title: 'Root mean squared error',
    means: 'Like the mean absolute error, but large errors weigh more.',
    formula: '√ mean((predicted − actual)²)',
    read: 'Lower is better.',
  },
  r2: {
    title: 'R²',
    means: 'Share of the outcome’s variance that the predictions explain.',
    formula: '1 − Σ(actual − predicted)² / Σ(actual − mean)²',
    read: '1 is perfect, 0 is as good as always predicting the mean.',
  },
  mean_error: {
    title: 'Mean error',
    means: 'Average error with its sign: whether predictions are too high or too low on the whole.',
    formula: 'mean(predicted − actual)',
  },
};
