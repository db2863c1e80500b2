/** Data shipped with the application: defaults that the office then owns and edits. */
import type { RuleProfile } from '../documents/rule-profile';
import type { PlanTemplate } from '../domain/plan/composing/template';
import type { Holiday, Indicator, RetentionRule } from '../domain/office/model';

export interface Resources {
  ruleProfiles(): readonly RuleProfile[];
  indicators(): readonly Indicator[];
  retention(): readonly RetentionRule[];
  holidays(): readonly Holiday[];
  /** Plans to start a new one from. */
  planTemplates(): readonly PlanTemplate[];
  /** The invented plan of "Phường An Bình" that the demo and the sample office read. */
  samplePlan(): { readonly name: string; readonly bytes: Uint8Array };
}
