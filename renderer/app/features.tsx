import { createContext, type ReactNode, useContext } from 'react';
import type { Feature, NamedPage } from './feature.ts';
import { useMay } from './permission.tsx';

const FeaturesContext = createContext<readonly Feature[]>([]);

/** Gives the pages below all features there are. */
export function FeaturesProvider({ features, children }: { features: readonly Feature[]; children: ReactNode }) {
  return <FeaturesContext value={features}>{children}</FeaturesContext>;
}

/** All features, in the order of their list. */
export const useFeatures = (): readonly Feature[] => useContext(FeaturesContext);

/** One part of every feature that has it and that the user may use, in the order of the list of features. */
export function useOffered<Part extends 'pages' | 'actions' | 'quickLinks'>(part: Part) {
  type Offer = NonNullable<Feature[Part]>[number];
  const may = useMay();
  const all = useFeatures().flatMap((feature): readonly Offer[] => feature[part] ?? []);
  return all.filter(({ audience }) => may(audience));
}

/** The pages with names that the user may see, in their order. */
export function useNamedPages(): NamedPage[] {
  return useOffered('pages').toSorted((one, other) => one.order - other.order);
}
