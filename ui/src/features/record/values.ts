// The values that a field can have, in the order in which planners think of them.
import type { EventKind, MissionKind, PartnerKind, Region, Sector, Status } from '$api/types'

export const REGIONS: readonly Region[] = [
  'asia_pacific',
  'middle_east',
  'europe',
  'north_america',
  'gba_joint',
]
export const GEOGRAPHIC: readonly Region[] = REGIONS.slice(0, 4)
export const STATUSES: readonly Status[] = [
  'idea',
  'tentative',
  'confirmed',
  'held',
  'reported',
  'postponed',
  'cancelled',
]
export const KINDS: readonly EventKind[] = [
  'seminar',
  'job_fair',
  'campus_talk',
  'roundtable',
  'reception',
  'exhibition_booth',
  'interview_day',
  'media_briefing',
  'webinar',
  'familiarisation_visit',
  'courtesy_call',
]
export const MISSION_KINDS: readonly MissionKind[] = ['roadshow', 'joint_mission', 'inbound_visit', 'online']
export const PARTNER_KINDS: readonly PartnerKind[] = [
  'government',
  'university',
  'chamber',
  'association',
  'employer',
  'other',
]
export const SECTORS: readonly Sector[] = [
  'business_support',
  'creative_industries',
  'development_construction',
  'environmental_technology',
  'financial_services',
  'healthcare',
  'innovation_technology',
  'legal_dispute_resolution',
  'aviation_shipping',
]
