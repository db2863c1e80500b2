import tseslint from 'typescript-eslint';

/** shared/ is pure: the clock, randomness and locale come through ports or explicit arguments. */
const purity = {
  files: ['shared/**/*.ts'],
  rules: {
    'no-restricted-properties': [
      'error',
      {
        object: 'Date',
        property: 'now',
        message: 'shared/ has no clock: take `now` as an argument or the Clock port.',
      },
      { object: 'Math', property: 'random', message: 'shared/ has no randomness: use the Ids port.' },
    ],
    'no-restricted-syntax': [
      'error',
      {
        selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
        message: 'shared/ has no clock: take `now` as an argument or the Clock port.',
      },
      { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
    ],
    'no-restricted-globals': ['error', 'Intl'],
  },
};

export default tseslint.config(
  {
    ignores: [
      'out/**',
      'dist/**',
      'node_modules/**',
      'coverage/**',
      'test-results/**',
      'playwright-report/**',
    ],
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': 'error',
    },
  },
  {
    // A test says what it expects of JSON by a type argument, and fails where an item it names is missing.
    files: ['tests/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
    },
  },
  { files: ['tests/bench/**/*.ts'], rules: { 'no-console': 'off' } },
  purity,
);
