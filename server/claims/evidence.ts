import type { Growth } from '../domain/amount.ts';
import { parseCalendarQuarter } from '../domain/calendar-quarter.ts';
import { Comparison } from '../domain/comparison.ts';
import { GroupQuarter } from '../domain/group-quarter.ts';
import type { GroupView } from '../domain/group-view.ts';
import { CAPEX } from '../domain/measures.ts';
import { Quarter } from '../domain/quarter.ts';
import { type Span, WINDOWS } from '../domain/vocabulary.ts';

/** The groups that the claims speak of, as known on one day. */
export class Evidence {
  constructor(
    /** In US dollars. */
    readonly us: GroupView,
    readonly china: GroupView,
    readonly chinaInYuan: GroupView,
  ) {}

  /** The Chinese group beside the US one, in US dollars. */
  get comparison(): Comparison {
    return new Comparison(this.us, this.china);
  }

  /** A quarter of a member of the Chinese group, in yuan; without figures when none was known. */
  chinese(slug: string, quarter: string): Quarter {
    const member = this.chinaInYuan.members.find(({ company }) => company.slug === slug);
    return new Quarter(member!, parseCalendarQuarter(quarter)!);
  }
}

/** A quarter of a group; without figures when none was known. */
export function quarterOf(group: GroupView, quarter: string): GroupQuarter {
  return new GroupQuarter(group, parseCalendarQuarter(quarter)!);
}

/** Growth of the Chinese group's capital expenditures in yuan. */
export function chineseGrowth({ chinaInYuan }: Evidence, span: Span, quarter: string): Growth {
  return quarterOf(chinaInYuan, quarter).amount(CAPEX.CASH, WINDOWS.QUARTER).growth(span);
}
