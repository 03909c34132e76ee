export type Measure = 'level' | 'growth' | 'average_growth' | 'multiple' | 'change' | 'rank' | 'structure';
export type Bound = 'about' | 'at_least' | 'at_most';
export type Status = 'actual' | 'estimate' | 'target';

/** One figure of a report, read in full; a figure that cannot be read in full is not an observation. */
export interface Observation {
  /** Id from seeds/indicators.yaml, null for a quantity that is none of them. */
  indicator: string | null;
  /** The indicator as the text says it, distributed parts joined: 城镇居民人均可支配收入. */
  name: string;
  /** Signed: a fall is negative. */
  value: number;
  /** As written: '%', '亿元', '万人', '倍', '个百分点'; a rank has '位'. */
  unit: string;
  measure: Measure;
  /** Only for the measure 'structure' (1.2:10.8:88.0); value is then the first part. */
  parts: number[] | null;
  bound: Bound | null;
  status: Status;
  /** First year of the period, null when the text leaves it open. */
  from: number | null;
  /** Last year; equal to `from` for one year. */
  to: number | null;
  /** The report's own place unless the text names another. */
  refArea: string;
  /** The number with its unit and bound words, in UTF-16 code units into the document's text. */
  start: number;
  end: number;
}

/** An entry of the lexicon seeds/indicators.yaml. */
export interface Indicator {
  id: string;
  name: string;
  aliases: string[];
  /** The units in which its level is reported; '%' where it is itself a rate or share, 'ratio' for a structure. */
  unit: string[];
  /** Names that mean it only where a growth is said of them: 经济 in 经济增长5%. */
  growthAliases?: string[];
  /** 'change' where the percentage reported is always a rise or fall (居民消费价格, 单位GDP能耗) and never a share. */
  kind?: 'change';
  /** Which direction is welcome. */
  better?: 'up' | 'down';
  /** What it measures, in one sentence. */
  about?: string;
  /** What `foldedNames` makes of it, kept in the bundled index so that no page has to. */
  folded?: string[];
}
